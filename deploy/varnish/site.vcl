# Varnish in front of the site, behind whatever speaks HTTPS (docs/production.md). A publication
# tells it what has changed (FRONT_CACHE=http://127.0.0.1:6081), and it drops just that, at once.
vcl 4.1;
import std;

backend site {
    .host = "127.0.0.1";
    .port = "8000";
    .probe = {
        .request =
            "HEAD /robots.txt HTTP/1.1"
            "Host: www.example.org"
            "X-Forwarded-Proto: https"
            "Connection: close";
        .interval = 2s;
        .timeout = 2s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

acl site_itself { "127.0.0.1"; }

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ site_itself) {
            return (synth(405));
        }
        # "/*": everything but what never changes. An address: with whatever query.
        if (req.url == "/*") {
            std.ban("obj.http.x-host == " + req.http.host + " && obj.http.cache-control !~ immutable");
        } else {
            std.ban("obj.http.x-host == " + req.http.host
                + " && obj.http.x-path == " + regsub(req.url, "\?.*$", ""));
        }
        return (synth(200));
    }
    # Not for pages of other sites, which read the data. Accounts bring a session; other cookies
    # mean nothing to who reads.
    if (req.http.Origin) {
        return (pass);
    }
    if (req.method ~ "^(GET|HEAD)$" && req.http.Cookie !~ "sessionid=") {
        unset req.http.Cookie;
    }
    # A copy that is over is given for a minute while the next is fetched, for a day while the site
    # is down.
    if (req.restarts == 0 && std.healthy(req.backend_hint)) {
        set req.grace = 60s;
    } else {
        set req.grace = 1d;
    }
}

sub vcl_backend_response {
    set beresp.http.x-host = bereq.http.host;
    set beresp.http.x-path = regsub(bereq.url, "\?.*$", "");
    set beresp.grace = 0s;
    if (beresp.http.Cache-Control ~ "stale-if-error") {
        set beresp.grace = 1d;
    }
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
}

sub vcl_deliver {
    if (resp.status >= 500 && req.restarts == 0 && req.method ~ "^(GET|HEAD)$") {
        return (restart);
    }
    # Browsers would not ask either.
    if (resp.http.Cache-Control) {
        set resp.http.Cache-Control =
            regsub(resp.http.Cache-Control, ", stale-while-revalidate=[0-9]+", "");
    }
    unset resp.http.x-host;
    unset resp.http.x-path;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
}
