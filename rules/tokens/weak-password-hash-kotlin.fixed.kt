fun digest(password: String): String = BCryptPasswordEncoder(12).encode(password)
