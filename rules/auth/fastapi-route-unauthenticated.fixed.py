from fastapi import Depends, FastAPI
from auth import User, current_user
from db import orders

app = FastAPI()


@app.delete("/orders/{order_id}", status_code=204)
def remove(order_id: int, user: User = Depends(current_user)):
    orders.filter(id=order_id, user_id=user.id).delete()
