package origins

import (
	"net/http"

	"github.com/rs/cors"
)

func open() *cors.Cors {
	// ruleid: go.auth.cors-credentials
	return cors.New(cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true})
}

func anyone() *cors.Cors {
	// ruleid: go.auth.cors-credentials
	return cors.New(cors.Options{AllowOriginFunc: func(origin string) bool { return true }, AllowCredentials: true})
}

func reflect(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.auth.cors-credentials
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func shop() *cors.Cors {
	// ok: go.auth.cors-credentials
	return cors.New(cors.Options{AllowedOrigins: []string{"https://shop.example.com"}, AllowCredentials: true})
}

func public() *cors.Cors {
	// ok: go.auth.cors-credentials
	return cors.New(cors.Options{AllowedOrigins: []string{"*"}})
}

func fixed(w http.ResponseWriter) {
	// ok: go.auth.cors-credentials
	w.Header().Set("Access-Control-Allow-Origin", "https://shop.example.com")
}
