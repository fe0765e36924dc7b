import bleach
import streamlit as st
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from openai import OpenAI

client = OpenAI()


def show(question):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    # ruleid: llm/output-to-html
    st.markdown(response.choices[0].message.content, unsafe_allow_html=True)


def page(question):
    answer = llm.invoke(question).content
    # ruleid: llm/output-to-html
    return HTMLResponse(f"<main>{answer}</main>")


def markup(question):
    reply = client.responses.create(model="gpt-4o", input=question)
    # ruleid: llm/output-to-html
    return Markup(reply.output_text)


def show_text(question):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    # ok: llm/output-to-html
    st.markdown(response.choices[0].message.content)


def page_clean(question):
    answer = bleach.clean(llm.invoke(question).content)
    # ok: llm/output-to-html
    return HTMLResponse(f"<main>{answer}</main>")


def header():
    # ok: llm/output-to-html
    st.markdown("<h1>Assistant</h1>", unsafe_allow_html=True)
