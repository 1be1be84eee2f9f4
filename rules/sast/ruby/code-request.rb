class FormulasController < ApplicationController
  def show
    # ruleid: ruby.injection.code-request
    render plain: eval(params[:formula])
  end

  def scale
    factor = params.fetch(:factor)
    # ruleid: ruby.injection.code-request
    render plain: eval("42 * #{factor}")
  end

  def apply
    # ruleid: ruby.injection.code-request
    @sheet.instance_eval(params[:script])
  end

  def scale_by_number
    # ok: ruby.injection.code-request
    render plain: eval("42 * #{params[:factor].to_f}")
  end

  def version
    # ok: ruby.injection.code-request
    render plain: eval("RUBY_VERSION")
  end

  def configure
    # ok: ruby.injection.code-request
    @sheet.instance_eval { @rows = params[:rows] }
  end
end
