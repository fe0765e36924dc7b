def check(text)
  # ruleid: injection/regex-catastrophic
  return true if text.match?(/^([a-z]+)*@x$/)
  # ok: injection/regex-catastrophic
  text.match?(/\A[a-z]+@x\z/)
end
