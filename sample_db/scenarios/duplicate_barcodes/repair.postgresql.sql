UPDATE copies SET barcode = 'L' || lpad(id::text, 6, '0') WHERE id % 280 = 0;
