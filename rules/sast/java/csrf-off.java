import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

class Security {
  SecurityFilterChain shop(HttpSecurity http) throws Exception {
    // ruleid: java.auth.csrf-off
    http.csrf(csrf -> csrf.disable());
    return http.build();
  }

  SecurityFilterChain admin(HttpSecurity http) throws Exception {
    // ruleid: java.auth.csrf-off
    http.csrf(AbstractHttpConfigurer::disable);
    return http.build();
  }

  void old(HttpSecurity http) throws Exception {
    // ruleid: java.auth.csrf-off
    http.csrf().disable();
  }

  SecurityFilterChain safeShop(HttpSecurity http) throws Exception {
    // ok: java.auth.csrf-off
    http.csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse()));
    return http.build();
  }

  SecurityFilterChain plain(HttpSecurity http) throws Exception {
    // ok: java.auth.csrf-off
    http.formLogin(form -> form.loginPage("/login"));
    return http.build();
  }

  void basic(HttpSecurity http) throws Exception {
    // ok: java.auth.csrf-off
    http.httpBasic(AbstractHttpConfigurer::disable);
  }
}
