import logging
import os

import litellm
import openai

log = logging.getLogger(__name__)


def ask(client, prompt, model):
    messages = [{"role": "user", "content": prompt}]
    # ruleid: llm/prompt-logged
    log.info("sending %s", messages)
    # ruleid: llm/prompt-logged
    log.debug(f"prompt: {prompt}")
    # ok: llm/prompt-logged
    log.info("model %s", model)
    answer = client.chat.completions.create(model=model, messages=messages)
    # ok: llm/prompt-logged
    log.info("tokens %s", answer.usage.total_tokens)
    return answer


# ruleid: llm/prompt-logged
litellm.set_verbose = True
# ruleid: llm/prompt-logged
os.environ["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"] = "true"
# ok: llm/prompt-logged
os.environ["OTEL_SERVICE_NAME"] = "ask"
