"""Media in a bucket of any S3 service, by the environment."""

from collections.abc import Mapping


def bucket(environ: Mapping[str, str]) -> dict:
    """Return the storage of media. The site gives files out itself: no address of the bucket is
    shown to anybody, and the bucket is open to nobody else.
    """
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": environ["S3_BUCKET"],
            "endpoint_url": environ.get("S3_ENDPOINT") or None,
            "region_name": environ.get("S3_REGION") or None,
            "access_key": environ["S3_ACCESS_KEY"],
            "secret_key": environ["S3_SECRET_KEY"],
            "default_acl": "private",
            "file_overwrite": False,
        },
    }
