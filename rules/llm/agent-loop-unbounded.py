# ruleid: llm/agent-loop-unbounded
a = Runner.run(agent, text, max_turns=None)

# ruleid: llm/agent-loop-unbounded
b = AgentExecutor(agent=agent, max_iterations=None)

# ruleid: llm/agent-loop-unbounded
k = graph.invoke(state, {"recursion_limit": float('inf')})

# ok: llm/agent-loop-unbounded
c = Runner.run(agent, text, max_turns=10)

# ok: llm/agent-loop-unbounded
d = AgentExecutor(agent=agent, max_iterations=8)

# ok: llm/agent-loop-unbounded
l = graph.invoke(state, {"recursion_limit": 25})
