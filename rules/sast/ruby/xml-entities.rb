def read_order(text)
  # ruleid: ruby.injection.xml-entities
  Nokogiri::XML(text) { |config| config.noent }
end

def read_document(text)
  # ruleid: ruby.injection.xml-entities
  Nokogiri::XML(text, nil, nil, Nokogiri::XML::ParseOptions::NOENT | Nokogiri::XML::ParseOptions::DTDLOAD)
end

def prepare
  # ruleid: ruby.injection.xml-entities
  LibXML::XML.default_substitute_entities = true
end

def read_order_plain(text)
  # ok: ruby.injection.xml-entities
  Nokogiri::XML(text)
end

def read_document_strict(text)
  # ok: ruby.injection.xml-entities
  Nokogiri::XML(text) { |config| config.strict.nonet }
end

def prepare_safely
  # ok: ruby.injection.xml-entities
  LibXML::XML.default_substitute_entities = false
end

def create
  # ruleid: ruby.injection.xml-request
  # ruleid: ruby.injection.xml-entities
  Nokogiri::XML(params[:order]) { |config| config.noent }
end

def import
  # ruleid: ruby.injection.xml-request
  # ruleid: ruby.injection.xml-entities
  Nokogiri::XML(request.body.read, nil, nil, Nokogiri::XML::ParseOptions::DTDLOAD)
end

def upload
  text = params[:file].read
  # ruleid: ruby.injection.xml-request
  # ruleid: ruby.injection.xml-entities
  Nokogiri::XML(text) { |config| config.dtdload }
end

def create_plainly
  # ok: ruby.injection.xml-request
  Nokogiri::XML(params[:order])
end

def own
  # ok: ruby.injection.xml-request
  # ruleid: ruby.injection.xml-entities
  Nokogiri::XML(File.read("settings.xml")) { |config| config.noent }
end

def create_strictly
  # ok: ruby.injection.xml-request
  Nokogiri::XML(params[:order]) { |config| config.strict.nonet }
end
