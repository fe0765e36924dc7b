class ReportsController < ApplicationController
  MODELS = { 'csv' => CsvReport, 'pdf' => PdfReport }.freeze

  def show
    @report = MODELS.fetch(params[:type]).new
  end
end
