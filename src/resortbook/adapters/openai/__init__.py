"""Language models that speak OpenAI's chat completions."""
