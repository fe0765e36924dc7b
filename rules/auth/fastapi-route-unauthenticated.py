import hmac
import os
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Request, Security, status
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from sqlalchemy.orm import Session

from .db import get_db
from .models import Comment, Item, Order, User
from .schemas import ItemIn, OrderIn

app = FastAPI()
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")


async def get_current_user(token: Annotated[str, Depends(oauth2_scheme)], db: Session = Depends(get_db)) -> User:
    user = db.query(User).filter_by(id=decode(token)).one_or_none()
    if user is None:
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED)
    return user


CurrentUser = Annotated[User, Depends(get_current_user)]
SessionDep = Annotated[Session, Depends(get_db)]


# ok: auth/fastapi-route-unauthenticated
@app.post("/token")
async def login(form: Annotated[OAuth2PasswordRequestForm, Depends()], db: SessionDep):
    return {"access_token": sign(authenticate(db, form.username, form.password))}


# ok: auth/fastapi-route-unauthenticated
@app.post("/users/register", status_code=201)
async def register(body: ItemIn, db: SessionDep):
    db.add(User(**body.model_dump()))
    db.commit()


# ruleid: auth/fastapi-route-unauthenticated
@app.delete("/users/{user_id}")
async def delete_user(user_id: int, db: Session = Depends(get_db)):
    db.query(User).filter(User.id == user_id).delete()
    db.commit()
    return {"ok": True}


# ok: auth/fastapi-route-unauthenticated
@app.delete("/teams/{team_id}")
async def delete_team(team_id: int, user: User = Depends(get_current_user), db: Session = Depends(get_db)):
    db.query(Team).filter_by(id=team_id, owner_id=user.id).delete()
    db.commit()


# ruleid: auth/fastapi-route-unauthenticated
@app.post("/items", response_model=Item)
def create_item(item: ItemIn, db: SessionDep):
    row = Item(**item.model_dump())
    db.add(row)
    db.commit()
    return row


# ok: auth/fastapi-route-unauthenticated
@app.put("/items/{item_id}")
def update_item(item_id: int, item: ItemIn, db: SessionDep, current_user: CurrentUser):
    db.query(Item).filter_by(id=item_id, owner_id=current_user.id).update(item.model_dump())
    db.commit()


# ok: auth/fastapi-route-unauthenticated
@app.post("/jobs", dependencies=[Security(get_current_user, scopes=["jobs"])])
def create_job(item: ItemIn, db: SessionDep):
    db.add(Job(**item.model_dump()))
    db.commit()


# ok: auth/fastapi-route-unauthenticated
@app.post("/webhooks/billing")
async def billing(request: Request, x_signature: str = Header()):
    body = await request.body()
    expected = hmac.new(os.environ["BILLING_SECRET"].encode(), body, "sha256").hexdigest()
    if not hmac.compare_digest(expected, x_signature):
        raise HTTPException(status_code=400)
    await store(body)


# ok: auth/fastapi-route-unauthenticated
@app.post("/internal/sync")
async def sync(db: SessionDep, x_api_key: str = Header()):
    if x_api_key != os.environ["SYNC_KEY"]:
        raise HTTPException(status_code=403, detail="wrong key")
    db.execute("UPDATE orders SET synced = true")


# ok: auth/fastapi-route-unauthenticated
@app.get("/health")
def health():
    return {"ok": True}


router = APIRouter(prefix="/orders", tags=["orders"])


# ok: auth/fastapi-route-unauthenticated
@router.post("")
async def create_order(order: OrderIn, db: SessionDep, user: CurrentUser):
    db.add(Order(**order.model_dump(), owner_id=user.id))
    db.commit()


# ruleid: auth/fastapi-route-unauthenticated
@router.patch("/{order_id}")
async def update_order(order_id: int, order: OrderIn, db: SessionDep):
    db.query(Order).filter_by(id=order_id).update(order.model_dump(exclude_unset=True))
    db.commit()


admin = APIRouter(prefix="/admin", dependencies=[Depends(get_current_user)])


# ok: auth/fastapi-route-unauthenticated
@admin.delete("/comments/{comment_id}")
async def delete_comment(comment_id: int, db: SessionDep):
    db.query(Comment).filter_by(id=comment_id).delete()
    db.commit()


reports = APIRouter()


# ok: auth/fastapi-route-unauthenticated
@reports.post("/reports")
async def create_report(body: ItemIn, db: SessionDep):
    db.add(Report(**body.model_dump()))
    db.commit()


open_router = APIRouter()


# ruleid: auth/fastapi-route-unauthenticated
@open_router.put("/prices/{item_id}")
async def set_price(item_id: int, price: float, db: SessionDep):
    db.query(Item).filter_by(id=item_id).update({"price": price})
    db.commit()


app.include_router(router)
app.include_router(admin)
app.include_router(reports, dependencies=[Depends(get_current_user)])
app.include_router(open_router, prefix="/shop")
