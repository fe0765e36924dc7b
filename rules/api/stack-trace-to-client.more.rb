class ApiController < ApplicationController
  rescue_from StandardError do |e|
    # ruleid: api/stack-trace-to-client
    render json: { error: 'failed', trace: e.backtrace }
  end

  def show
    run
  rescue StandardError => e
    # ruleid: api/stack-trace-to-client
    render plain: e.backtrace.join("\n")
  end

  def index
    run
  rescue StandardError => e
    # ruleid: api/stack-trace-to-client
    render json: { trace: e.backtrace }, status: 500
  end

  def fine
    run
  rescue StandardError => e
    logger.error(e.backtrace.join("\n"))
    # ok: api/stack-trace-to-client
    render json: { error: 'failed' }, status: 500
    # ok: api/stack-trace-to-client
    render plain: 'failed'
    # ok: api/stack-trace-to-client
    report(e.backtrace)
  end
end
