class ItemsController < ApplicationController
  def action1
    # ruleid: injection/code-eval-ruby
    class_eval(params[:code])
  end

  def action2
    # ruleid: injection/code-eval-ruby
    RubyVM::InstructionSequence.compile(params[:code]).eval
  end

  def action3
    # ruleid: injection/code-eval-ruby
    User.class_eval(request.referer, __FILE__, __LINE__)
  end

  def action4
    # ok: injection/code-eval-ruby
    class_eval { attr_reader :name }
  end

  def action5
    # ok: injection/code-eval-ruby
    RubyVM::InstructionSequence.compile("1 + 1").eval
  end

  def action6
    # ok: injection/code-eval-ruby
    User.class_eval("def a; 1; end", __FILE__, __LINE__)
  end
end
