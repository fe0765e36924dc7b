def connect(database_url, api_key, name):
    if not database_url.startswith("postgres"):
        # ruleid: data/secret-in-error
        raise ValueError(f"bad dsn {database_url}")
    if refused():
        # ruleid: data/secret-in-error
        raise RuntimeError("refused: %s" % api_key)
    # ok: data/secret-in-error
    raise ValueError(f"bad name {name}")


def missing(api_key_name):
    # ok: data/secret-in-error
    raise ValueError(f"{api_key_name} is not set")
