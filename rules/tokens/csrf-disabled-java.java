package com.example.security;

@Configuration
class SecurityConfig {
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    // ruleid: tokens/csrf-disabled-java
    http.csrf(csrf -> csrf.disable()).formLogin(Customizer.withDefaults());
    return http.build();
  }

  SecurityFilterChain old(HttpSecurity http) throws Exception {
    // ruleid: tokens/csrf-disabled-java
    http.csrf().disable();
    http.formLogin();
    return http.build();
  }

  SecurityFilterChain reference(HttpSecurity http) throws Exception {
    http.formLogin(Customizer.withDefaults());
    // ruleid: tokens/csrf-disabled-java
    http.csrf(AbstractHttpConfigurer::disable);
    return http.build();
  }

  SecurityFilterChain login(HttpSecurity http) throws Exception {
    http.oauth2Login(Customizer.withDefaults());
    // ruleid: tokens/csrf-disabled-java
    http.csrf(c -> c.disable());
    return http.build();
  }

  SecurityFilterChain stateless(HttpSecurity http) throws Exception {
    // ok: tokens/csrf-disabled-java
    http.csrf(csrf -> csrf.disable());
    http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    return http.build();
  }

  SecurityFilterChain defaults(HttpSecurity http) throws Exception {
    // ok: tokens/csrf-disabled-java
    http.csrf(Customizer.withDefaults()).formLogin(Customizer.withDefaults());
    return http.build();
  }

  SecurityFilterChain some(HttpSecurity http) throws Exception {
    // ok: tokens/csrf-disabled-java
    http.csrf(csrf -> csrf.ignoringRequestMatchers("/hooks/**")).formLogin(Customizer.withDefaults());
    return http.build();
  }

  SecurityFilterChain resource(HttpSecurity http) throws Exception {
    // ok: tokens/csrf-disabled-java
    http.csrf(c -> c.disable()).oauth2ResourceServer(o -> o.jwt(Customizer.withDefaults()));
    return http.build();
  }
}
