class ScriptsController < ApplicationController
  before_action :authenticate_user!

  OPERATIONS = { "add" => ->(a, b) { a + b }, "multiply" => ->(a, b) { a * b } }.freeze

  def run
    operation = OPERATIONS.fetch(params[:operation]) { return head :bad_request }
    render json: { result: operation.call(params[:a].to_f, params[:b].to_f) }
  end

  def options
    render json: JSON.parse(params[:options])
  rescue JSON::ParserError
    head :bad_request
  end
end
