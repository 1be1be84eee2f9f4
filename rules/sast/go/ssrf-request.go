package previews

import (
	"io"
	"net/http"
	"net/url"
	"strings"
)

func preview(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.ssrf-request
	page, err := http.Get(r.FormValue("url"))
	if err == nil {
		io.Copy(w, page.Body)
	}
}

func hook(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("target")
	// ruleid: go.injection.ssrf-request
	answer, err := http.Post(target, "application/json", strings.NewReader("{}"))
	if err == nil {
		w.WriteHeader(answer.StatusCode)
	}
}

func avatar(w http.ResponseWriter, r *http.Request) {
	address := r.PostFormValue("address")
	// ruleid: go.injection.ssrf-request
	request, _ := http.NewRequest(http.MethodGet, address, nil)
	image, err := http.DefaultClient.Do(request)
	if err == nil {
		io.Copy(w, image.Body)
	}
}

func stock(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.ssrf-request
	answer, err := http.Get("https://stock.example.com/v1?sku=" + url.QueryEscape(r.FormValue("sku")))
	if err == nil {
		io.Copy(w, answer.Body)
	}
}

func checked(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	if !strings.HasPrefix(target, "https://partner.example.com/") {
		http.Error(w, "bad target", http.StatusBadRequest)
		return
	}
	// ok: go.injection.ssrf-request
	answer, err := http.Get(target)
	if err == nil {
		io.Copy(w, answer.Body)
	}
}

func health(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.ssrf-request
	answer, err := http.Get("https://status.example.com/health")
	if err == nil {
		w.WriteHeader(answer.StatusCode)
	}
}

func pooled(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second}
	// ruleid: go.injection.ssrf-request
	page, err := client.Get(r.FormValue("url"))
	if err == nil {
		io.Copy(w, page.Body)
	}
}

func queued(w http.ResponseWriter, r *http.Request, client *queue.Client) {
	// ok: go.injection.ssrf-request
	client.Post(r.FormValue("job"))
}

func named(w http.ResponseWriter, r *http.Request) {
	shop, err := shops.GetShopByName(r.FormValue("shop"))
	if err != nil {
		return
	}
	// ok: go.injection.ssrf-request
	answer, err := http.Get(shop.Address)
	if err == nil {
		io.Copy(w, answer.Body)
	}
}

type forwarder struct{ next http.RoundTripper }

func (f forwarder) RoundTrip(r *http.Request) (*http.Response, error) {
	// ok: go.injection.ssrf-request
	return http.Get(r.URL.String())
}

func span(tracer *tracing.Tracer) {
	tracer.Name(func(name string, r *http.Request) string {
		// ok: go.injection.ssrf-request
		http.Head(r.URL.Path)
		return name
	})
}

func templated(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.ssrf-request
	http.Get(strings.ReplaceAll(settings.Address, "{user}", r.FormValue("user")))
	// ruleid: go.injection.ssrf-request
	http.Get(strings.ReplaceAll(r.FormValue("address"), " ", ""))
}

type errand struct{ URL string }

func send(request errand) {
	// ok: go.injection.ssrf-request
	http.Get(request.URL)
}

func order(base string, w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.ssrf-request
	http.Get(fmt.Sprintf("%s/orders/%s", base, r.FormValue("order")))
	// ruleid: go.injection.ssrf-request
	http.Get(fmt.Sprintf("https://%s/orders", r.FormValue("shop")))
}
