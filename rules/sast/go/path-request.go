package files

import (
	"net/http"
	"os"
	"path/filepath"
)

const folder = "/srv/shop/invoices"

func invoice(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.path-request
	http.ServeFile(w, r, filepath.Join(folder, r.FormValue("file")))
}

func note(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: go.injection.path-request
	text, err := os.ReadFile(folder + "/" + name)
	if err == nil {
		w.Write(text)
	}
}

func remove(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("path")
	// ruleid: go.injection.path-request
	_ = os.Remove(filepath.Join(folder, name))
}

func safeInvoice(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.path-request
	http.ServeFile(w, r, filepath.Join(folder, filepath.Base(r.FormValue("file"))))
}

func safeNote(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if !filepath.IsLocal(name) {
		http.Error(w, "bad name", http.StatusBadRequest)
		return
	}
	// ok: go.injection.path-request
	text, err := os.ReadFile(filepath.Join(folder, name))
	if err == nil {
		w.Write(text)
	}
}

func avatar(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.FormValue("user"))
	if err != nil {
		return
	}
	// ok: go.injection.path-request
	http.ServeFile(w, r, filepath.Join(folder, strconv.Itoa(number)))
}

func avatarOf(id int64) string {
	return filepath.Join(folder, strconv.FormatInt(id, 10))
}

func terms(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.path-request
	http.ServeFile(w, r, "/srv/shop/terms.pdf")
}

func logo(w http.ResponseWriter, r *http.Request) {
	shop, err := shops.GetShopByName(r.FormValue("shop"))
	if err != nil {
		return
	}
	// ok: go.injection.path-request
	http.ServeFile(w, r, filepath.Join("/srv/logos", shop.Logo))
}

func source(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.path-request
	tree.File(r.FormValue("name"))
}

func picture(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	picture, err := store.GetPicture(r.Context(), &PictureQuery{ID: &id})
	if err != nil {
		return
	}
	// ok: go.injection.path-request
	http.ServeFile(w, r, picture.Place)
}

func named(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.path-request
	os.Remove(filepath.Join("/srv/uploads", "upload"+filepath.Ext(r.FormValue("file"))))
}
