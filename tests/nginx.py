"""The nginx of deploy/, as it stands but for ports and folders, in a folder of its own."""

import getpass
import re
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

from tests.programs import free_port, listening, program

DEPLOY = Path(__file__).resolve().parents[1] / "deploy" / "nginx"
PURGE_MODULE = Path("/usr/lib/nginx/modules/ngx_http_cache_purge_module.so")
MAIN = """
{module}
daemon off; pid {folder}/pid; error_log {folder}/error.log notice; user {user};
events {{}}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include site/site.conf;
  {purge}
}}
"""


def with_purge() -> bool:
    return PURGE_MODULE.exists()


def write(folder: Path, replaced: dict[str, str]) -> Path:
    """Write the configuration with the names of this place; return its main file."""
    place = folder / "site"
    shutil.copytree(DEPLOY, place)
    replaced = {
        "/etc/nginx/site;": f"{place};",
        "/var/cache/nginx/site": f"{folder}/kept",
        "/srv/site/mirror": f"{folder}/mirror",
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        **replaced,
    }
    for path in place.glob("*.conf"):
        text = path.read_text()
        for ours, here in replaced.items():
            text = text.replace(ours, here)
        path.write_text(text)
    main = folder / "nginx.conf"
    module = f"load_module {PURGE_MODULE};" if with_purge() else ""
    purge = "include site/purge.conf;" if with_purge() else ""
    user = getpass.getuser()
    main.write_text(MAIN.format(folder=folder, user=user, module=module, purge=purge))
    return main


@contextmanager
def nginx(folder: Path, port: int, purge_port: int, origin_port: int, media: Path | None = None):
    """Run it without TLS in front of a server, until the block ends."""
    replaced = {
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port};",
        "127.0.0.1:8081": f"127.0.0.1:{purge_port}",
        "127.0.0.1:8000": f"127.0.0.1:{origin_port}",
        "root /srv/site;": f"root {media.parent if media else folder};",
    }
    main = write(folder, replaced)
    site = folder / "site" / "site.conf"
    assert all(
        here in site.read_text() for here in replaced.values() if str(purge_port) not in here
    )
    site.write_text(re.sub(r"^ *ssl_.*\n", "", site.read_text(), flags=re.MULTILINE))
    with listening(port, program("nginx"), "-c", str(main), "-p", str(folder)) as process:
        yield process


def verify(folder: Path) -> str:
    """Return what `nginx -t` says of the configuration, with a certificate made for it."""
    key, certificate = folder / "site.key", folder / "site.pem"
    make = "openssl req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -days 2"
    names = ["-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*make.split(), *names], check=True, capture_output=True)
    named = {"/etc/ssl/site.pem": str(certificate), "/etc/ssl/site.key": str(key)}
    main = write(folder, {**named, "listen 443": f"listen 127.0.0.1:{free_port()}"})
    command = [program("nginx"), "-t", "-c", str(main), "-p", str(folder)]
    return subprocess.run(command, capture_output=True, text=True).stderr
