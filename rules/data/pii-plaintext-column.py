class Customer(db.Model):
    # ruleid: data/pii-plaintext-column
    ssn = db.Column(db.String(11))
    # ruleid: data/pii-plaintext-column
    card_number = db.Column(db.String(19))
    # ok: data/pii-plaintext-column
    ssn_hash = db.Column(db.String(64))
    # ok: data/pii-plaintext-column
    card_number = db.Column(EncryptedType(db.String))
    # ok: data/pii-plaintext-column
    name = db.Column(db.String(80))
