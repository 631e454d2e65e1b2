"""Pages by which people sign in, for portal and storefront alike, and look after their own account."""
