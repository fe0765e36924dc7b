import nh3
import streamlit as st
from fastapi.responses import HTMLResponse
from openai import OpenAI

client = OpenAI()


def show(question: str) -> None:
    reply = client.responses.create(model="gpt-5", input=question, max_output_tokens=800)
    answer = reply.output_text
    st.markdown(answer)


def page(question: str) -> HTMLResponse:
    reply = client.responses.create(model="gpt-5", input=question, max_output_tokens=800)
    return HTMLResponse(f"<main>{nh3.clean(reply.output_text)}</main>")
