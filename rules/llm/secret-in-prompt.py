import os


def messages(question):
    return [
        # ruleid: llm/secret-in-prompt
        {"role": "system", "content": f"Connect with {os.environ['DATABASE_URL']} when asked."},
        {"role": "user", "content": question},
    ]


def support(settings):
    # ruleid: llm/secret-in-prompt
    return [{"role": "system", "content": "The admin password is " + settings.admin_password}]


def claude(question, api_key):
    # ruleid: llm/secret-in-prompt
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=500, system=f"The key is {api_key}", messages=[])


def clean(question):
    return [
        # ok: llm/secret-in-prompt
        {"role": "system", "content": "You answer questions about orders."},
        # ok: llm/secret-in-prompt
        {"role": "user", "content": question},
    ]


def named(question):
    # ok: llm/secret-in-prompt
    return [{"role": "system", "content": "If the key is missing tell the user to set STRIPE_SECRET_KEY."}]
