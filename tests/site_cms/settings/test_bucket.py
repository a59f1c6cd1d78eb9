"""Media in a bucket: written, given out, backed up and restored, on moto's server."""

import os

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import override_settings
from moto.server import ThreadedMotoServer

from site_cms.keeping import media
from site_cms.settings.bucket import bucket

KEYS = {"S3_BUCKET": "media", "S3_REGION": "eu-west-3"}
KEYS |= {"S3_ACCESS_KEY": "anybody", "S3_SECRET_KEY": "anything"}


@pytest.fixture(scope="module")
def environ():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    client = boto3.client(
        "s3", "eu-west-3", endpoint_url=address, aws_access_key_id="a", aws_secret_access_key="b"
    )
    client.create_bucket(
        Bucket="media", CreateBucketConfiguration={"LocationConstraint": "eu-west-3"}
    )
    yield {**KEYS, "S3_ENDPOINT": address}
    server.stop()


@pytest.fixture
def storage(environ, settings):
    with override_settings(STORAGES={**settings.STORAGES, "bucket": bucket(environ)}):
        yield storages["bucket"]


def test_a_file_comes_back_as_it_was_and_takes_nobodys_place(storage):
    data = os.urandom(100_000)
    name = storage.save("documents/dossier.pdf", ContentFile(data))
    other = storage.save("documents/dossier.pdf", ContentFile(b"autre"))
    assert name != other
    assert storage.open(name).read() == data
    storage.delete(name)
    storage.delete(other)
    assert not storage.exists(name)


def test_it_is_backed_up_and_restored(storage, tmp_path):
    wanted = {"documents/a.txt": b"un", "images/x/b.jpg": b"deux"}
    for name, data in wanted.items():
        media.put(storage, name, data)
    tar = tmp_path / "media.tar"
    with tar.open("wb") as out:
        said = media.write_tar(storage, out)
    assert said["files"] == 2
    media.put(storage, "documents/a.txt", b"change")
    assert media.measure(storage) != said
    with tar.open("rb") as source:
        found = dict(media.read_tar(source))
    assert found == wanted
    for name, data in found.items():
        media.put(storage, name, data)
    assert media.measure(storage) == said
