UPDATE copies SET barcode = printf('L%06d', id) WHERE id % 280 = 0;
