"""Media, and the mirror, in buckets of any S3 service, by the environment."""

from collections.abc import Mapping


def bucket(environ: Mapping[str, str]) -> dict:
    """Return the storage of media. The site gives files out itself: no address of the bucket is
    shown to anybody, and the bucket is open to nobody else.
    """
    return _bucket(environ, "S3_BUCKET", default_acl="private", file_overwrite=False)


def mirror_bucket(environ: Mapping[str, str]) -> dict:
    """Return the storage of the mirror, of the same service; who may read says the bucket."""
    return _bucket(environ, "MIRROR_BUCKET", default_acl=None, file_overwrite=True)


def _bucket(environ, name, **options):
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": environ[name],
            "endpoint_url": environ.get("S3_ENDPOINT") or None,
            "region_name": environ.get("S3_REGION") or None,
            "access_key": environ["S3_ACCESS_KEY"],
            "secret_key": environ["S3_SECRET_KEY"],
            **options,
        },
    }
