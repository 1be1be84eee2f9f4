package logins

import (
	"net/http"
	"net/url"
	"strings"
)

func login(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.open-redirect
	http.Redirect(w, r, r.FormValue("next"), http.StatusFound)
}

func logout(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("next")
	// ruleid: go.injection.open-redirect
	http.Redirect(w, r, target, http.StatusFound)
}

func out(w http.ResponseWriter, r *http.Request) {
	to := r.FormValue("to")
	// ruleid: go.injection.open-redirect
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusFound)
}

func home(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.open-redirect
	http.Redirect(w, r, "/home?tab="+url.QueryEscape(r.FormValue("tab")), http.StatusFound)
}

func back(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("next")
	if !strings.HasPrefix(target, "/") || strings.HasPrefix(target, "//") {
		target = "/"
	}
	// ok: go.injection.open-redirect
	http.Redirect(w, r, target, http.StatusFound)
}

func old(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.open-redirect
	http.Redirect(w, r, "/new", http.StatusMovedPermanently)
}
