UPDATE fines SET paid = amount WHERE paid > amount;
