import type {Customer} from './customer.js';

/** The services that bring a section with them. Others may be active; they show nothing here. */
export const services = ['aml', 'video_kyc', 'transactions', 'questionnaire'] as const;
export type Service = (typeof services)[number];

export const hasService = (customer: Pick<Customer, 'active_services'>, service: Service): boolean =>
  customer.active_services.includes(service);
