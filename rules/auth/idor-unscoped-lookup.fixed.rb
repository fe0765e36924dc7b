class InvoicesController < ApplicationController
  before_action :authenticate_user!

  def show
    @invoice = current_user.invoices.find(params[:id])
  end

  def update
    @invoice = current_user.invoices.find(params[:id])
    @invoice.update(invoice_params)
    redirect_to @invoice
  end

  private

  def invoice_params
    params.require(:invoice).permit(:note)
  end
end
