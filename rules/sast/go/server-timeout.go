package main

import (
	"log"
	"net"
	"net/http"
	"time"
)

func plain(handler http.Handler) {
	// ruleid: go.availability.server-timeout
	log.Fatal(http.ListenAndServe(":8080", handler))
}

func encrypted(handler http.Handler) error {
	// ruleid: go.availability.server-timeout
	return http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", handler)
}

func listener(socket net.Listener, handler http.Handler) error {
	// ruleid: go.availability.server-timeout
	return http.Serve(socket, handler)
}

func safe(handler http.Handler) error {
	server := &http.Server{Addr: ":8080", Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	// ok: go.availability.server-timeout
	return server.ListenAndServe()
}

func safeEncrypted(server *http.Server) error {
	// ok: go.availability.server-timeout
	return server.ListenAndServeTLS("cert.pem", "key.pem")
}

func safeListener(server *http.Server, socket net.Listener) error {
	// ok: go.availability.server-timeout
	return server.Serve(socket)
}
