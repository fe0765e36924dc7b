class ArticlesController < ApplicationController
  skip_before_action :authenticate_user!, only: [:index, :show]

  def index
    @articles = Article.published
  end

  def show
    @article = Article.published.find(params[:id])
  end

  def update
    @article = current_user.articles.find(params[:id])
    @article.update(params.require(:article).permit(:title, :body))
    redirect_to @article
  end
end
