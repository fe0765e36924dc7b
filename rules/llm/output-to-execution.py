import ast
import json
import os
import subprocess

from openai import OpenAI

client = OpenAI()


def calculate(question: str):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    code = response.choices[0].message.content
    # ruleid: llm/output-to-execution
    return eval(code)


def run_task(task: str) -> str:
    answer = llm.invoke(f"One shell command for: {task}")
    # ruleid: llm/output-to-execution
    return subprocess.run(answer.content, shell=True, capture_output=True, text=True).stdout


def plot(prompt: str) -> None:
    message = client.responses.create(model="gpt-4o", input=prompt)
    # ruleid: llm/output-to-execution
    exec(message.output_text)


def act(question: str):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    action = json.loads(response.choices[0].message.content)
    # ok: llm/output-to-execution
    return ACTIONS[action["name"]](action["values"])


def numbers(question: str):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    # ok: llm/output-to-execution
    return ast.literal_eval(response.choices[0].message.content)


def build():
    # ok: llm/output-to-execution
    os.system("make build")
