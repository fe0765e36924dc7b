class InvoicesController < ApplicationController
  before_action :authenticate_user!

  def index
    # ok: auth/idor-unscoped-lookup
    @invoices = current_user.invoices
  end

  def show
    # ruleid: auth/idor-unscoped-lookup
    @invoice = Invoice.find(params[:id])
  end

  def edit
    # ok: auth/idor-unscoped-lookup
    @invoice = current_user.invoices.find(params[:id])
  end

  def update
    # ruleid: auth/idor-unscoped-lookup
    @invoice = Invoice.find(params[:id])
    @invoice.update(invoice_params)
    redirect_to @invoice
  end

  def destroy
    # ok: auth/idor-unscoped-lookup
    @invoice = Invoice.find(params[:id])
    authorize @invoice
    @invoice.destroy
  end

  def archive
    # ok: auth/idor-unscoped-lookup
    @invoice = Invoice.find(params[:id])
    return head :not_found unless @invoice.user_id == current_user.id

    @invoice.archive!
  end

  def resend
    # ruleid: auth/idor-unscoped-lookup
    invoice = Invoice.find_by(id: params[:id])
    InvoiceMailer.send_again(invoice).deliver_later
  end

  def template
    # ok: auth/idor-unscoped-lookup
    @template = Template.find(params[:template_id])
  end

  private

  def invoice_params
    params.require(:invoice).permit(:note)
  end
end

class Admin::InvoicesController < ApplicationController
  before_action :require_admin

  def show
    # ok: auth/idor-unscoped-lookup
    @invoice = Invoice.find(params[:id])
  end
end

class BookingsController < ApplicationController
  before_action :authenticate_user!

  def cancel
    # ruleid: auth/idor-unscoped-lookup
    Booking.find(params[:booking_id]).destroy
  end
end
