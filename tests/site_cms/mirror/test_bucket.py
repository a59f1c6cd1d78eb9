"""The mirror in a bucket, on moto's server: what it has, what is sent, what goes."""

import boto3
import pytest
from django.core.files.storage import storages
from moto.server import ThreadedMotoServer

from site_cms.mirror import bucket
from site_cms.mirror.ledger import GONE, KEPT, Found, Ledger
from site_cms.settings.bucket import mirror_bucket

KEYS = {"MIRROR_BUCKET": "mirror", "S3_REGION": "eu-west-3"}
KEYS |= {"S3_ACCESS_KEY": "anybody", "S3_SECRET_KEY": "anything"}


@pytest.fixture(scope="module")
def address():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    client = boto3.client(
        "s3", "eu-west-3", endpoint_url=address, aws_access_key_id="a", aws_secret_access_key="b"
    )
    place = {"LocationConstraint": "eu-west-3"}
    client.create_bucket(Bucket="mirror", CreateBucketConfiguration=place)
    yield address
    server.stop()


@pytest.fixture
def storage(address, settings):
    mirror = mirror_bucket({**KEYS, "S3_ENDPOINT": address})
    settings.STORAGES = {**settings.STORAGES, "mirror": mirror}
    storages["mirror"].bucket.objects.all().delete()
    return storages["mirror"]


@pytest.fixture
def ledger(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite3")
    yield ledger
    ledger.close()


def keep(ledger, site, name, kind, text):
    site.mkdir(exist_ok=True)
    (site / name).write_text(text)
    ledger.note([f"/{name}"])
    ledger.settle(f"/{name}", KEPT, Found(name, kind, "", text))


def there(storage):
    return {one.key: one.get() for one in storage.bucket.objects.all()}


def test_it_holds_what_the_folder_does(storage, ledger, tmp_path):
    site = tmp_path / "site"
    keep(ledger, site, "index.html", "text/html; charset=utf-8", "accueil")
    keep(ledger, site, "x.rss", "application/rss+xml", "fil")
    bucket.send(storage, site, ledger, is_whole=True)
    found = there(storage)
    assert found["index.html"]["ContentType"] == "text/html; charset=utf-8"
    assert found["x.rss"]["ContentType"] == "application/rss+xml"
    assert found["x.rss"]["Body"].read() == b"fil"

    (site / "index.html").write_text("ne part pas : rien n’a changé")
    keep(ledger, site, "x.rss", "application/rss+xml", "autre fil")
    bucket.send(storage, site, ledger, is_whole=False)
    bodies = {name: one["Body"].read().decode() for name, one in there(storage).items()}
    assert bodies == {"index.html": "accueil", "x.rss": "autre fil"}

    ledger.settle("/x.rss", GONE)
    bucket.send(storage, site, ledger, is_whole=False)
    assert list(there(storage)) == ["index.html"]


def test_what_another_machine_left_there_goes_with_the_next_whole_copy(storage, ledger, tmp_path):
    storage.bucket.put_object(Key="retiree/index.html", Body=b"retiree")
    keep(ledger, tmp_path, "index.html", "text/html", "accueil")
    bucket.send(storage, tmp_path, ledger, is_whole=True)
    assert list(there(storage)) == ["index.html"]
