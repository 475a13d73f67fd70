/** Where one customer is seen. */
export const customerPage = (customerId: number): string => `/customers?id=${customerId}`
