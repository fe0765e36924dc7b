package com.example.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

class OpenConfiguration {
  @Bean
  SecurityFilterChain everything(HttpSecurity http) throws Exception {
    // ruleid: auth/spring-permitall
    http.csrf(csrf -> csrf.disable()).authorizeHttpRequests(auth -> auth.anyRequest().permitAll());
    return http.build();
  }

  @Bean
  SecurityFilterChain api(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(
        auth ->
            auth
                // ruleid: auth/spring-permitall
                .requestMatchers("/api/**")
                .permitAll()
                .anyRequest()
                .authenticated());
    return http.build();
  }

  @Bean
  SecurityFilterChain old(HttpSecurity http) throws Exception {
    // ruleid: auth/spring-permitall
    http.authorizeRequests().antMatchers("/**").permitAll();
    return http.build();
  }

  @Bean
  WebSecurityCustomizer ignored() {
    // ruleid: auth/spring-permitall
    return web -> web.ignoring().requestMatchers("/admin/**");
  }

  @Bean
  SecurityFilterChain listed(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(
        auth ->
            auth
                // ok: auth/spring-permitall
                .requestMatchers("/login", "/public/**", "/actuator/health", "/css/**")
                .permitAll()
                .anyRequest()
                .authenticated());
    return http.build();
  }

  @Bean
  SecurityFilterChain site(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(
        // ok: auth/spring-permitall
        auth -> auth.requestMatchers("/account/**").authenticated().anyRequest().permitAll());
    return http.build();
  }

  @Bean
  SecurityFilterChain health(HttpSecurity http) throws Exception {
    // ok: auth/spring-permitall
    http.securityMatcher("/livez").authorizeHttpRequests(auth -> auth.anyRequest().permitAll());
    return http.build();
  }

  @Bean
  WebSecurityCustomizer files() {
    // ok: auth/spring-permitall
    return web -> web.ignoring().requestMatchers("/css/**", "/favicon.ico");
  }

  @Bean
  SecurityFilterChain roles(HttpSecurity http) throws Exception {
    // ok: auth/spring-permitall
    http.authorizeHttpRequests(auth -> auth.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().denyAll());
    return http.build();
  }

  @Bean
  SecurityFilterChain signIn(HttpSecurity http) throws Exception {
    // ok: auth/spring-permitall
    http.formLogin(form -> form.loginPage("/login").permitAll()).logout(logout -> logout.permitAll());
    return http.build();
  }
}

// ruleid: auth/spring-permitall
@SpringBootApplication(exclude = SecurityAutoConfiguration.class)
class Application {
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }
}

// ok: auth/spring-permitall
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
class Worker {}
