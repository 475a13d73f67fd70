/** Where one product is seen. */
export const productPage = (productId: number): string => `/stock?product=${productId}`
