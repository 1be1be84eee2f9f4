package cookies

import "net/http"

func login(w http.ResponseWriter, key string) {
	// ruleid: go.auth.cookie-flags
	http.SetCookie(w, &http.Cookie{Name: "session", Value: key, HttpOnly: true})
}

func cart(w http.ResponseWriter, key string) {
	// ruleid: go.auth.cookie-flags
	http.SetCookie(w, &http.Cookie{Name: "cart", Value: key, Secure: false})
}

func readable(key string) http.Cookie {
	// ruleid: go.auth.cookie-flags
	return http.Cookie{Name: "cart", Value: key, Secure: true, HttpOnly: false}
}

func safeLogin(w http.ResponseWriter, key string) {
	// ok: go.auth.cookie-flags
	http.SetCookie(w, &http.Cookie{Name: "session", Value: key, Secure: true, HttpOnly: true})
}

func theme(w http.ResponseWriter) {
	// ok: go.auth.cookie-flags
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
}

func logout(w http.ResponseWriter) {
	// ok: go.auth.cookie-flags
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
}
