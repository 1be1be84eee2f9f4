import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;

class Origins {
  void reflect(HttpServletRequest request, HttpServletResponse response) {
    // ruleid: java.auth.cors-any-origin
    response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
    response.setHeader("Access-Control-Allow-Credentials", "true");
  }

  CorsConfiguration configuration() {
    CorsConfiguration configuration = new CorsConfiguration();
    // ruleid: java.auth.cors-any-origin
    configuration.addAllowedOriginPattern("*");
    configuration.setAllowCredentials(true);
    return configuration;
  }

  void mappings(CorsRegistry registry) {
    // ruleid: java.auth.cors-any-origin
    registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true);
  }

  void fixed(HttpServletResponse response) {
    // ok: java.auth.cors-any-origin
    response.setHeader("Access-Control-Allow-Origin", "https://shop.example.com");
  }

  CorsConfiguration open() {
    CorsConfiguration configuration = new CorsConfiguration();
    // ok: java.auth.cors-any-origin
    configuration.addAllowedOriginPattern("*");
    return configuration;
  }

  void safeMappings(CorsRegistry registry) {
    // ok: java.auth.cors-any-origin
    registry.addMapping("/**").allowedOriginPatterns("https://*.shop.example.com").allowCredentials(true);
  }
}
