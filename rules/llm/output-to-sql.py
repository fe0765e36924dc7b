from openai import OpenAI
import pandas as pd

client = OpenAI()


def ask(question, cursor):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    sql = response.choices[0].message.content
    # ruleid: llm/output-to-sql
    cursor.execute(sql)
    return cursor.fetchall()


def frame(question, engine):
    sql = llm.invoke(question).content
    # ruleid: llm/output-to-sql
    return pd.read_sql(sql, engine)


def ask_claude(question, conn):
    message = anthropic.messages.create(model="claude-sonnet-4-5", max_tokens=500, messages=[{"role": "user", "content": question}])
    # ruleid: llm/output-to-sql
    return conn.execute(message.content[0].text).fetchall()


def ask_readonly(question, readonly_cursor):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    # ok: llm/output-to-sql
    readonly_cursor.execute(assert_single_select(response.choices[0].message.content))
    return readonly_cursor.fetchall()


def save(question, cursor):
    answer = llm.invoke(question).content
    # ok: llm/output-to-sql
    cursor.execute("INSERT INTO answers (question, answer) VALUES (%s, %s)", (question, answer))


def count(cursor):
    # ok: llm/output-to-sql
    cursor.execute("SELECT count(*) FROM answers")
