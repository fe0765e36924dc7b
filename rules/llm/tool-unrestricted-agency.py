from autogen import UserProxyAgent
from langchain_experimental.agents import create_pandas_dataframe_agent
from smolagents import CodeAgent


def frame_agent(llm, frame):
    # ruleid: llm/tool-unrestricted-agency
    return create_pandas_dataframe_agent(llm, frame, allow_dangerous_code=True)


def proxy():
    # ruleid: llm/tool-unrestricted-agency
    return UserProxyAgent("proxy", human_input_mode="NEVER", code_execution_config={"work_dir": "out", "use_docker": False})


def coder(model):
    # ruleid: llm/tool-unrestricted-agency
    return CodeAgent(tools=[], model=model, additional_authorized_imports=["*"])


def frame_agent_safe(llm, frame):
    # ok: llm/tool-unrestricted-agency
    return create_pandas_dataframe_agent(llm, frame)


def proxy_safe():
    # ok: llm/tool-unrestricted-agency
    return UserProxyAgent("proxy", code_execution_config={"work_dir": "out", "use_docker": True})


def coder_safe(model):
    # ok: llm/tool-unrestricted-agency
    return CodeAgent(tools=[], model=model, additional_authorized_imports=["numpy"])
