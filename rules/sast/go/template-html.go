package pages

import (
	"fmt"
	"html/template"

	"github.com/microcosm-cc/bluemonday"
)

type Review struct {
	Text string
}

func (r Review) HTML() template.HTML {
	// ruleid: go.injection.template-html
	return template.HTML(r.Text)
}

func Badge(name string) template.HTML {
	// ruleid: go.injection.template-html
	return template.HTML(fmt.Sprintf("<b>%s</b>", name))
}

func Link(address string) template.URL {
	// ruleid: go.injection.template-html
	return template.URL(address)
}

func Line() template.HTML {
	// ok: go.injection.template-html
	return template.HTML("<hr>")
}

func Clean(text string) template.HTML {
	// ok: go.injection.template-html
	return template.HTML(bluemonday.UGCPolicy().Sanitize(text))
}

func Escaped(text string) template.HTML {
	// ok: go.injection.template-html
	return template.HTML(template.HTMLEscapeString(text))
}
