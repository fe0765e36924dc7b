from autogen import UserProxyAgent
from langchain_experimental.agents import create_pandas_dataframe_agent
from smolagents import CodeAgent


def frame_agent(llm, frame):
    return create_pandas_dataframe_agent(llm, frame)


def proxy():
    config = {"work_dir": "out", "use_docker": True}
    return UserProxyAgent("proxy", human_input_mode="ALWAYS", code_execution_config=config)


def coder(model):
    return CodeAgent(tools=[], model=model, executor_type="docker", additional_authorized_imports=["numpy"])
