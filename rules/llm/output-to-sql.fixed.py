from openai import OpenAI

from .db import assert_single_select, readonly_connection

client = OpenAI()


def ask(question: str) -> list:
    response = client.chat.completions.create(
        model="gpt-5", max_completion_tokens=800, messages=[{"role": "user", "content": question}]
    )
    sql = assert_single_select(response.choices[0].message.content)
    with readonly_connection() as connection:
        return connection.execute(sql).fetchall()
